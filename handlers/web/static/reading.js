import { keepTicking } from "./times.js";

keepTicking();
