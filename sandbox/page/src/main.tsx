import { render } from 'preact';
import { App } from './app';
import './styles/base.css';
import './styles/layout.css';
import './styles/customers.css';
import './styles/phone.css';
import './styles/composer.css';
import './styles/bubble.css';
import './styles/bubbleParts.css';
import './styles/media.css';
import './styles/commerce.css';
import './styles/sheet.css';
import './styles/forms.css';
import './styles/shop.css';
import './styles/panel.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
